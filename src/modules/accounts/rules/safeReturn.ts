/** A path of this site to go back to; anything that could lead elsewhere, or round in circles, becomes the home page. */
export const safeReturn = (asked: string | undefined): string => {
  if (!asked || asked.length > 1500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return '/'
  return /^\/(connexion|deconnexion|api)(\/|$|\?)/.test(asked) ? '/' : asked
}

/** Files to fill in, with an invented example of each kind of line. */
export const marginsTemplate = [
  'dimension;categorie;effectif',
  'age;0-14;1764',
  'age;15-29;1803',
  'age;30-44;1911',
  'age;45-59;1940',
  'age;60-74;1479',
  'age;75 ans et plus;903',
  'sexe;F;5047',
  'sexe;M;4753',
  'quartier;Bourg;5200',
  'quartier;Plateau;4600',
  '',
].join('\r\n')

export const crossedTemplate = [
  'age;sexe;quartier;effectif',
  '0-14;F;Bourg;452',
  '0-14;M;Bourg;471',
  '15-29;F;Bourg;460',
  '15-29;M;Bourg;455',
  '',
].join('\r\n')

import { type Place, useFrame, useWords } from '../frame.ts'
import { RiverTown } from '../drawing/riverTown.tsx'

/** Whose site this is, where one can go, who one is. */
export const Header = () => {
  const { body, demonstration } = useFrame()
  const t = useWords()
  return (
    <>
      <OnBehalf />
      <header class="header">
        {demonstration && <p class="demonstration">{t('frame.demonstration')}</p>}
        <div class="header__top">
          <a class="brand" href="/" aria-label={t('frame.homeOf', { name: body.name })}>
            {body.arms && <img class="brand__arms" src={body.arms} alt="" height="48" />}
            <span class="brand__name">{body.name}</span>
          </a>
          <RiverTown />
          <div class="header__tools">
            <SearchForm id="chercher" />
            <Account />
            <Language />
          </div>
          <details class="menu">
            <summary>{t('frame.menu')}</summary>
            <div class="menu__panel">
              <Navigation />
              <SearchForm id="chercher-menu" />
              <div class="menu__row">
                <Account />
                <Language />
              </div>
            </div>
          </details>
        </div>
        <WideNavigation />
      </header>
    </>
  )
}

/** On a telephone, in the menu: every section with its rooms. */
const Navigation = () => {
  const { navigation } = useFrame()
  const t = useWords()
  if (navigation.length === 0) return null
  return (
    <nav class="nav" aria-label={t('frame.navigation')}>
      <ul>
        {navigation.map(section => (
          <li key={section.href}>
            <Link {...section} />
            <Places places={roomsOf(section)} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** On a screen: sections, and under them the rooms of the section where one is. */
const WideNavigation = () => {
  const { navigation } = useFrame()
  const t = useWords()
  if (navigation.length === 0) return null
  const here = navigation.find(section => section.isHere || section.rooms.some(room => room.isHere))
  return (
    <nav class="nav--wide" aria-label={t('frame.navigation')}>
      <div class="nav__sections">
        <Places places={navigation.map(section => ({ ...section, isHere: section === here }))} />
      </div>
      {here && roomsOf(here).length > 0 && (
        <div class="nav__rooms">
          <Places places={roomsOf(here)} />
        </div>
      )}
    </nav>
  )
}

const Places = ({ places }: { places: readonly Place[] }) =>
  places.length === 0 ? null : (
    <ul>
      {places.map(place => (
        <li key={place.href}>
          <Link {...place} />
        </li>
      ))}
    </ul>
  )
const Link = ({ href, label, isHere }: Place) => {
  const { path } = useFrame()
  return (
    <a href={href} aria-current={href === path ? 'page' : isHere ? 'true' : undefined}>
      {label}
    </a>
  )
}
/** A room that is the page of its section is there already. */
const roomsOf = ({ href, rooms }: { readonly href: string; readonly rooms: readonly Place[] }) => rooms.filter(room => room.href !== href)

const SearchForm = ({ id }: { id: string }) => {
  const t = useWords()
  return (
    <form class="search" action="/recherche" method="get" role="search" aria-label={t('frame.searchLabel')}>
      <label class="hidden" for={id}>
        {t('frame.searchLabel')}
      </label>
      <input class="search__input" id={id} name="q" type="search" autocomplete="off" />
      <button class="search__button" type="submit" aria-label={t('frame.search')}>
        <svg class="sign" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M15.5 15.5 21 21M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z" />
        </svg>
      </button>
    </form>
  )
}

const Account = () => {
  const { actor, path, unread } = useFrame()
  const t = useWords()
  if (actor.personId === null)
    return (
      <a class="account" href={`/connexion?retour=${encodeURIComponent(path)}`}>
        {t('frame.signIn')}
      </a>
    )
  return (
    <>
      <a class="account" href="/compte">
        <span class="hidden">{t('frame.account')}, </span>
        {actor.name}
      </a>
      {!!unread && (
        <a class="account__unread" href="/notifications">
          {t('frame.unread', { n: unread })}
        </a>
      )}
    </>
  )
}

const Language = () => {
  const { locale, path } = useFrame()
  const t = useWords()
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <form class="language" action="/langue" method="post">
      <input type="hidden" name="return" value={path} />
      <button type="submit" name="locale" value={other} lang={other}>
        {t('frame.otherLanguage')}
      </button>
    </form>
  )
}

const OnBehalf = () => {
  const { actor } = useFrame()
  const t = useWords()
  if (!actor.onBehalf) return null
  const { channel, form } = actor.onBehalf
  const sentence =
    channel === 'guardian'
      ? 'frame.guardian'
      : channel === 'phone'
        ? 'frame.onBehalfPhone'
        : form
          ? 'frame.onBehalfPaper'
          : 'frame.onBehalf'
  return (
    <section class="behalf" aria-label={t('frame.onBehalfLabel')}>
      <p>
        <strong>{t(sentence, { name: actor.name, form })}</strong> <span>{actor.onBehalf.keyedByName}</span>
      </p>
      <form action="/guichet/fin" method="post">
        <button type="submit">{t('frame.onBehalfEnd')}</button>
      </form>
    </section>
  )
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paper } from '#engines/paper'
import { franceConnect, identity, proConnect } from '#kernel/auth'
import { testProvider, type TestProvider } from './testProvider.ts'
import { openHouse } from '#kernel/house'
import { freshDatabase } from '#kernel/testing'
import { cast } from '#kernel/demonstration'
import { connect } from '#kernel/db'
import { accounts } from './index.ts'

const origin = 'http://localhost'
const secrets = { journal: Buffer.alloc(32, 7), signing: Buffer.alloc(32, 9) }

interface Site {
  /** A new browser, with its own cookies. */
  browser(): { go(path: string, fields?: Record<string, string>): Promise<Response>; readonly jar: Map<string, string> }
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

const openSite = async (provider: TestProvider, id: 'franceconnect' | 'proconnect', sirets: readonly string[] = []): Promise<Site> => {
  const database = await freshDatabase([paper, accounts])
  const client = { discoveryUrl: provider.discoveryUrl, clientId: 'yvette', clientSecret: 'secret-of-the-client-for-tests' }
  const signIn = await identity({
    application: database.application,
    url: origin,
    secret: secrets.signing,
    mode: 'demonstration',
    oidc: [id === 'franceconnect' ? franceConnect(client) : proConnect({ ...client, sirets })],
  })
  const house = await openHouse({
    engines: [paper],
    services: [accounts],
    addresses: database,
    identity: signIn,
    mode: 'demonstration',
    url: origin,
    secrets,
    schedule: false,
    poolSize: 4,
  })
  const owner = connect(database.owner, { size: 1 })
  return {
    browser() {
      const jar = new Map<string, string>()
      return {
        jar,
        async go(path, fields) {
          const answer = await house.app.request(path.startsWith('http') ? path : `${origin}${path}`, {
            headers: {
              cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
              ...(fields ? { origin, 'sec-fetch-site': 'same-origin' } : {}),
            },
            ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
          })
          for (const cookie of answer.headers.getSetCookie()) {
            const pair = cookie.split(';')[0]!
            const at = pair.indexOf('=')
            if (/max-age=0/i.test(cookie)) jar.delete(pair.slice(0, at))
            else jar.set(pair.slice(0, at), pair.slice(at + 1))
          }
          return answer
        },
      }
    },
    query: async (text, values) => (await owner.pool.query(text, values)).rows,
    async close() {
      await Promise.all([house.close(), owner.close(), signIn.close()])
      await database.drop()
    },
  }
}

const lea = {
  sub: 'fc-lea',
  given_name: 'Léa Marie',
  family_name: 'DURAND',
  birthdate: '1990-02-03',
  gender: 'female',
  birthplace: '91122',
  email: 'lea@exemple.fr',
}
const odette = {
  sub: 'pc-claire',
  given_name: 'Claire',
  usual_name: 'Nguyen',
  email: cast.claire.email,
  siret: '21910122300010',
  organizational_unit: 'Participation',
  idp_id: 'idp',
}

describe('FranceConnect', () => {
  let provider: TestProvider
  let site: Site
  beforeEach(async () => {
    provider = await testProvider({
      id: 'yvette',
      secret: 'secret-of-the-client-for-tests',
      redirect: `${origin}/api/auth/callback/franceconnect`,
      loggedOut: `${origin}/connexion/au-revoir`,
    })
    provider.person = lea
    site = await openSite(provider, 'franceconnect')
  })
  afterEach(async () => {
    await site.close()
    await provider.close()
  })
  const start = async (browser: ReturnType<Site['browser']>) => {
    const answer = await browser.go('/connexion/par/franceconnect?retour=/compte')
    expect(answer.status).toBe(303)
    return answer.headers.get('location')!
  }

  test('a resident comes in with PKCE, nonce, level of assurance and signed userinfo, and goes out everywhere', async () => {
    const browser = site.browser()
    const asked = new URL(await start(browser))
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      acr_values: 'eidas1',
      code_challenge_method: 'S256',
    })
    expect(asked.searchParams.get('nonce')).toMatch(/^[\w-]{32}$/)
    expect(asked.searchParams.get('scope')!.split(' ').sort()).toEqual([
      'birthdate',
      'birthplace',
      'email',
      'family_name',
      'gender',
      'given_name',
      'openid',
    ])
    const back = await provider.walk(asked.href)
    const entered = await browser.go(back)
    expect(entered.headers.get('location')).toContain('/connexion/bienvenue')
    const account = await (await browser.go('/compte')).text()
    expect(account).toContain('Léa DURAND')
    const [kept] = await site.query<{ kept: string }>('select row_to_json(u)::text as kept from auth.user u')
    expect(kept!.kept).not.toMatch(/female|91122/)
    const [person] = await site.query(
      'select c.email, c.birth_date::text as born from kernel.contact c join kernel.account a on a.person_id = c.person_id join auth.user u on u.id = a.user_id',
    )
    expect(person).toEqual({ email: null, born: '1990-02-03' })

    const left = await (await browser.go('/deconnexion', {})).text()
    const url = new URL(/http-equiv="refresh" content="0; url=([^"]+)"/.exec(left)![1]!.replaceAll('&amp;', '&'))
    expect(url.pathname).toContain('/session/end')
    expect(url.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/connexion/au-revoir`)
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(200)
    expect((await browser.go('/compte')).status).toBe(303)
  })

  test('the same person comes back to the same account, even when their subject changed', async () => {
    const first = site.browser()
    await first.go(await provider.walk(await start(first)))
    await first.go('/compte')
    const second = site.browser()
    await second.go(await provider.walk(await start(second)))
    await second.go('/compte')
    provider.person = { ...lea, sub: 'fc-lea-later' }
    const third = site.browser()
    await third.go(await provider.walk(await start(third)))
    await third.go('/compte')
    expect(await site.query('select count(distinct person_id)::int as people, count(*)::int as doors from kernel.account')).toEqual([
      { people: 1, doors: 2 },
    ])
  })

  test('an address that the provider merely repeats never opens somebody else’s account', async () => {
    provider.person = { ...lea, email: cast.amina.email }
    const browser = site.browser()
    await browser.go(await provider.walk(await start(browser)))
    expect(await (await browser.go('/compte')).text()).not.toContain(cast.amina.name)
  })

  test('a person already signed in links FranceConnect to their own account', async () => {
    const browser = site.browser()
    await browser.go('/connexion/demonstration', { person: cast.amina.id })
    await browser.go(await provider.walk(await start(browser)))
    const later = site.browser()
    await later.go(await provider.walk(await start(later)))
    expect(await (await later.go('/compte')).text()).toContain(cast.amina.name)
  })

  const refused: readonly (readonly [string, (made: TestProvider) => void])[] = [
    ['a nonce that is not ours', made => (made.tamper.idToken = claims => ({ ...claims, nonce: 'another' }))],
    ['no nonce at all', made => (made.tamper.idToken = ({ nonce: _, ...claims }) => claims)],
    ['an ID token for somebody else', made => (made.tamper.idToken = claims => ({ ...claims, aud: 'another-client' }))],
    ['an ID token of another issuer', made => (made.tamper.idToken = claims => ({ ...claims, iss: 'https://mal.example' }))],
    ['an ID token out of date', made => (made.tamper.idToken = claims => ({ ...claims, exp: 1_000_000 }))],
    ['no ID token', made => (made.tamper.noIdToken = true)],
    ['a level of assurance too low', made => (made.tamper.idToken = claims => ({ ...claims, acr: 'self' }))],
    ['userinfo that is not signed', made => (made.tamper.unsignedUserInfo = true)],
    ['userinfo signed by another key', made => (made.tamper.foreignKey = true)],
    ['userinfo for somebody else', made => (made.tamper.userInfo = claims => ({ ...claims, aud: 'another-client' }))],
    ['userinfo of another issuer', made => (made.tamper.userInfo = claims => ({ ...claims, iss: 'https://mal.example' }))],
    ['userinfo about another subject', made => (made.tamper.userInfo = claims => ({ ...claims, sub: 'another' }))],
  ]
  test.each(refused)('%s opens nothing', async (_, tamper) => {
    tamper(provider)
    const browser = site.browser()
    const answer = await browser.go(await provider.walk(await start(browser)))
    expect(answer.headers.get('location')).toMatch(/\/connexion\?probleme=service/)
    expect((await browser.go('/compte')).status).toBe(303)
    expect(await site.query('select id from auth.user')).toEqual([])
    expect(await (await browser.go(answer.headers.get('location')!)).text()).toContain('n’a pas abouti')
  })

  test('a return that this browser did not start, or already used, opens nothing', async () => {
    const victim = site.browser()
    const attacker = site.browser()
    const back = await provider.walk(await start(attacker))
    expect((await victim.go(back)).headers.get('location')).toContain('error=state_mismatch')
    expect((await victim.go('/compte')).status).toBe(303)
    await attacker.go(back)
    const replayed = await attacker.go(back)
    expect(replayed.headers.get('location')).toContain('error=')
    const stranger = site.browser()
    expect((await stranger.go(back)).headers.get('location')).toContain('error=')
    expect((await stranger.go('/compte')).status).toBe(303)
  })

  test('refusing at the provider comes back in words', async () => {
    const browser = site.browser()
    const asked = new URL(await start(browser))
    const answer = await browser.go(`/api/auth/callback/franceconnect?error=access_denied&state=${asked.searchParams.get('state')}`)
    expect(await (await browser.go(answer.headers.get('location')!)).text()).toContain('Vous avez quitté')
  })
})

describe('ProConnect', () => {
  let provider: TestProvider
  beforeEach(async () => {
    provider = await testProvider({
      id: 'yvette',
      secret: 'secret-of-the-client-for-tests',
      redirect: `${origin}/api/auth/callback/proconnect`,
      loggedOut: `${origin}/connexion/au-revoir`,
    })
    provider.person = odette
  })
  afterEach(() => provider.close())
  const enter = async (site: Site) => {
    const browser = site.browser()
    const going = await browser.go('/connexion/par/proconnect?retour=/compte')
    return { browser, answer: await browser.go(await provider.walk(going.headers.get('location')!)) }
  }

  test('an agent of the commune comes in as the agent whom the administrator named', async () => {
    const site = await openSite(provider, 'proconnect', ['21910122300010'])
    const { browser } = await enter(site)
    expect(await (await browser.go('/compte')).text()).toContain(cast.claire.name)
    expect((await browser.go('/courriers')).status).toBe(200)
    await site.close()
  })
  test('an agent of another establishment does not come in', async () => {
    const site = await openSite(provider, 'proconnect', ['13002526500013'])
    const { browser, answer } = await enter(site)
    expect(answer.headers.get('location')).toContain('probleme=service')
    expect((await browser.go('/courriers')).status).toBe(303)
    await site.close()
  })
})

test('a provider that is away is one door less, not an error', async () => {
  const provider = await testProvider({
    id: 'yvette',
    secret: 'secret-of-the-client-for-tests',
    redirect: `${origin}/x`,
    loggedOut: `${origin}/y`,
  })
  await provider.close()
  const site = await openSite(provider, 'franceconnect')
  const browser = site.browser()
  expect((await browser.go('/connexion')).status).toBe(200)
  expect((await browser.go('/connexion/par/franceconnect')).headers.get('location')).toContain('probleme=service')
  await site.close()
})

import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { bothWays, expectWell, expectWellAndLight, seen, towns } from './town.ts'

const livingIn = towns()
const script = new URL('../bin/recompute-shared-account.mjs', import.meta.url).pathname
const home = '/materiel-partage'

test.each(bothWays)(
  'two communes share a stage: agreed, asked for, inspected, charged, contested, and an account that each counts again, $how',
  { timeout: 240_000 },
  ({ javaScriptEnabled }) =>
    livingIn({ javaScriptEnabled, now: '2026-01-12T09:00:00Z' }, async ({ app, site, open }) => {
      const move = (day: string) => (app.clock = new Date(`${day}T09:00:00Z`))
      const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
      /** Somebody on the site of another commune: the same server, under its own name. */
      const openIn = async (slug: string, name: CastName, path: string) => {
        const page = await open(null, '/')
        const there = new URL(site.url)
        there.hostname = `${slug}.localhost`
        const url = there.origin
        await page.context().addCookies([{ ...(await site.cookieOf(name)), url }])
        await page.goto(`${url}${path}`)
        return { page, go: (to: string) => page.goto(`${url}${to}`) }
      }

      // The agreement, proposed by one, deliberated by both.
      const claire = await open('claire', `${home}/conventions/nouvelle`)
      await seen(claire, 'Chaque commune lira ce texte')
      await claire.getByLabel('Titre').fill('Convention de la vallée')
      await claire.getByLabel('Premier jour').fill('2026-02-01')
      await claire.getByLabel('Chevrigny').check()
      await claire.getByLabel('Les populations sont celles du').fill('2023-01-01')
      await claire.getByLabel('Source des populations').fill('Insee')
      await claire.getByLabel('Jours pour contester un compte').fill('10')
      for (const label of ['Qui garde, qui entretient', 'Assurance', 'Si une commune part', 'Qui tranche un désaccord'])
        await claire.getByLabel(label).fill('Le comité de suivi')
      await expectWell(claire)
      await press(claire, 'Proposer ce texte')
      await seen(claire, 'Cette version vaudra quand chaque commune membre')
      const agreement = new URL(claire.url()).pathname
      await claire.getByLabel('Numéro de la délibération').fill('2026-12')
      await claire.getByLabel('Jour de la séance').fill('2026-01-08')
      await press(claire, 'Enregistrer la délibération')
      await seen(claire, 'n° 2026-12')
      const { page: lucie, go } = await openIn('chevrigny', 'lucie', agreement)
      await seen(lucie, 'Enregistrer la délibération de Chevrigny')
      await lucie.getByLabel('Numéro de la délibération').fill('4')
      await lucie.getByLabel('Jour de la séance').fill('2026-01-09')
      await press(lucie, 'Enregistrer la délibération')
      await seen(lucie, 'n° 4 du vendredi 9 janvier 2026')

      // What is lent.
      move('2026-02-05')
      await claire.goto(`${home}/objets/nouveau`)
      await seen(claire, 'Prêter un objet aux autres communes')
      await claire.getByLabel('Convention sous laquelle il est prêté').selectOption({ label: 'Convention de la vallée' })
      await claire.getByLabel('Nom', { exact: true }).fill('Podium de 40 m²')
      await claire.getByLabel('Genre').selectOption({ label: 'Podium' })
      await claire.getByLabel('Description').fill('Vingt praticables')
      await claire.getByLabel('Où il se trouve').fill('Hangar communal')
      await claire.getByLabel('Qui peut l’emprunter').fill('Services, écoles et associations')
      await claire.getByLabel('Ce qui est compris').fill('Praticables ; 20')
      await press(claire, 'Enregistrer la fiche')
      await seen(claire, 'Quand est-il libre ?')
      await claire.locator('summary', { hasText: 'Inscrire une dépense' }).click()
      await claire.getByLabel('Nature').selectOption({ label: 'Contrats de service' })
      await claire.getByLabel('Libellé').fill('Vérification')
      await claire.getByLabel('Montant').fill('100,01')
      await press(claire, 'Inscrire cette ligne')
      await seen(claire, 'Vérification')
      await expectWell(claire)

      // A neighbour finds it and asks.
      await go(home)
      await lucie.getByRole('link', { name: 'Podium de 40 m²' }).click()
      await seen(lucie, 'Demander cet objet')
      await lucie.getByLabel('Association', { exact: true }).check()
      await lucie.getByLabel('Service, école ou association').fill('Chevrigny Basket')
      await lucie.getByLabel('Du', { exact: true }).fill('2026-05-09')
      await lucie.getByLabel('Au', { exact: true }).fill('2026-05-10')
      await lucie.getByLabel('Pour quoi faire').fill('Tournoi')
      await lucie.getByLabel('Où il servira').fill('Gymnase')
      await lucie.getByLabel('L’emprunteur est assuré').check()
      await expectWell(lucie)
      await press(lucie, 'Demander')
      await seen(lucie, 'Ce qui s’est passé')
      const loan = new URL(lucie.url()).pathname

      await claire.goto(loan)
      await claire.getByLabel('D’accord').check()
      await press(claire, 'Envoyer la réponse')
      await seen(claire, 'Faire l’état des lieux de départ')

      // It leaves whole, and comes back with a piece missing.
      const inspect = async (kind: 'départ' | 'retour', day: string, count: string) => {
        await claire.getByRole('link', { name: `Faire l’état des lieux de ${kind}` }).click()
        await seen(claire, 'Pour la commune qui garde l’objet')
        await claire.getByLabel('Jour').fill(day)
        await claire.getByLabel('Heure', { exact: true }).fill('12:00')
        await claire.getByLabel('Combien de : Praticables').fill(count)
        await claire.getByLabel('Pour l’emprunteur').fill('Zoé du club')
        await claire.getByLabel('Sur cet écran, en écrivant son nom').check()
        await expectWell(claire)
        await press(claire, 'Enregistrer et signer')
      }
      move('2026-05-11')
      await inspect('départ', '2026-05-09', '20')
      await seen(claire, 'Faire l’état des lieux de retour')
      await inspect('retour', '2026-05-10', '18')
      await seen(claire, 'Manque : 2 × Praticables')
      await claire.locator('summary', { hasText: 'Imputer un dommage' }).click()
      await claire.getByLabel('Montant', { exact: true }).fill('480')
      await claire.getByLabel('Ce qui manque ou ce qui est abîmé').fill('Deux praticables')
      await press(claire, 'Imputer ce montant')
      await seen(claire, 'à la charge de Chevrigny : Deux praticables')

      await go(loan)
      await seen(lucie, 'Manque : 2 × Praticables')
      await lucie.locator('summary', { hasText: 'Contester' }).click()
      await lucie.getByLabel('Pourquoi ce montant n’est pas dû').fill('L’un d’eux manquait déjà')
      await press(lucie, 'Contester ce montant')
      await seen(lucie, 'Chevrigny conteste')
      await expectWell(lucie)
      await claire.reload()
      await claire.locator('summary', { hasText: 'Écrire la décision' }).click()
      await claire.getByLabel('Décision', { exact: true }).selectOption({ label: 'Le montant est changé' })
      await claire.getByLabel('Nouveau montant').fill('240')
      await claire.getByLabel('Motif').fill('Photographie du départ')
      await press(claire, 'Publier la décision')
      await seen(claire, 'Le montant est changé : 240,00')

      // The year: published, approved by both, closed, and counted again from the file.
      const year = `${agreement}/comptes/2026`
      move('2027-02-01')
      await claire.goto(year)
      await press(claire, 'Publier une édition du compte')
      await seen(claire, 'Édition 1, publiée le')
      await press(claire, 'Approuver ce compte')
      await seen(claire, 'd’accord le')
      await go(year)
      await press(lucie, 'Approuver ce compte')
      await seen(lucie, 'd’accord le lundi 1er février 2027')
      move('2027-02-15')
      await claire.goto(year)
      await press(claire, 'Clore le compte 2026')
      await seen(claire, 'Compte clos le lundi 15 février 2027')
      await expectWellAndLight(claire)
      await go(year)
      const [file] = await Promise.all([lucie.waitForEvent('download'), lucie.getByRole('link', { name: 'Compte 2026 (JSON)' }).click()])
      expect(spawnSync(process.execPath, [script, await file.path()], { encoding: 'utf8', timeout: 20_000 })).toMatchObject({ status: 0 })
      await lucie.getByRole('link', { name: 'Chevrigny', exact: true }).click()
      await seen(lucie, 'Relevé 2026 : Chevrigny')
      await seen(lucie, 'doit 317,22')
      await expectWell(lucie)
    }),
)

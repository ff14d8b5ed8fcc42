import { emptyForm } from '#kernel/forms'
import { formatDateTime, formatNumber } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Notice, Section, Table } from '#kernel/ui'
import { Caption } from '../forms.ts'
import type { Inspection } from '../queries/loans.ts'
import { unitsUsed, differencesOf, lastOf } from '../rules/inspection.ts'
import { loanPath } from '../where.ts'
import type { LoanProps } from './loanProps.ts'
import { sayDifference, sayUnits } from './parts.tsx'
import { PhotoList } from './PhotoList.tsx'

/** The two inspections of a loan, and what changed between them. */
export const Inspections = (props: LoanProps) => {
  const { t, loan, item, inspections, keeps } = props
  const [out, back] = [lastOf(inspections, 'out'), lastOf(inspections, 'in')]
  const isAgreed = loan.state === 'confirmed' || loan.state === 'present'
  if (!isAgreed && inspections.length === 0) return null
  const units = out && back ? unitsUsed(item.unit, out, back) : null
  const differences = differencesOf(inspections)
  return (
    <Section title={t('inspection.title')} id="etats">
      {inspections.length === 0 && <p>{t('inspection.none')}</p>}
      {inspections.map(one => (
        <OneInspection key={one.id} {...props} inspection={one} />
      ))}
      {out && back && (
        <Notice kind={differences.length === 0 ? 'success' : 'warning'} title={t('inspection.differences')}>
          {differences.length === 0 ? (
            t('inspection.same')
          ) : (
            <ul>
              {differences.map(one => (
                <li key={sayDifference(one, t)}>{sayDifference(one, t)}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {units !== null && <DefinitionList items={[{ term: t('inspection.units'), value: sayUnits(units, item.unit, props) }]} />}
      <Photos {...props} />
      {keeps && isAgreed && (
        <Actions>
          <Button {...(out ? { kind: 'secondary' as const } : {})} href={`${loanPath(loan.id)}/depart`}>
            {t(out ? 'inspection.again' : 'inspection.doOut')}
            {out && ` (${t('inspection.out').toLowerCase()})`}
          </Button>
          {out && (
            <Button {...(back ? { kind: 'secondary' as const } : {})} href={`${loanPath(loan.id)}/retour`}>
              {t(back ? 'inspection.again' : 'inspection.doIn')}
              {back && ` (${t('inspection.in').toLowerCase()})`}
            </Button>
          )}
        </Actions>
      )}
    </Section>
  )
}

const OneInspection = ({ t, locale, item, inspection }: LoanProps & { readonly inspection: Inspection }) => (
  <>
    <h3>{t(`inspection.${inspection.kind}`)}</h3>
    <DefinitionList
      items={[
        { term: t('inspection.day'), value: formatDateTime(inspection.at, locale) },
        {
          term: item.unit === 'hour' ? t('inspection.counter.hour') : t('inspection.counter.km'),
          value: inspection.counter === null ? '' : formatNumber(inspection.counter, locale),
        },
        { term: t('inspection.fuel'), value: inspection.fuel === null ? '' : t('inspection.fuelValue', { n: inspection.fuel }) },
        { term: t('inspection.remarks'), value: inspection.remarks },
        {
          term: t('inspection.keeperSigned'),
          value: t(`inspection.signed.${inspection.keeperSigned}`),
        },
        { term: t('inspection.borrowerSigned'), value: t(`inspection.signed.${inspection.borrowerSigned}`) },
        {
          term: t('inspection.again'),
          value: inspection.because && t('inspection.edition', { n: inspection.edition, because: inspection.because }),
        },
      ]}
    />
    {inspection.parts.length > 0 && (
      <Table
        caption={t(`inspection.${inspection.kind}`)}
        hideCaption
        head={[t('inspection.part'), t('inspection.found'), t('inspection.state'), t('inspection.note')]}
        numeric={[1]}
        rows={inspection.parts.map(part => [part.name, formatNumber(part.count, locale), t(`partState.${part.state}`), part.note || '–'])}
      />
    )}
  </>
)

const Photos = ({ t, photos, loan, keeps, inspections, photoForm = emptyForm(Caption) }: LoanProps) =>
  inspections.length > 0 && (photos.length > 0 || keeps) ? (
    <>
      <h3>{t('loan.photos')}</h3>
      <PhotoList t={t} photos={photos} keeps={keeps} photoForm={photoForm} add={t('loan.addPhoto')} path={loanPath(loan.id)} />
    </>
  ) : null

import { Actions, Button, DefinitionList, Related, Section } from '#kernel/ui'
import type { AboutServiceProps } from '../aboutService.ts'
import { runBy } from './ServicePage.tsx'

/** At the foot of a room that runs a service: what created it, who runs it, who watches over it, and how to change it. */
export const AboutService = ({ t, service, measures, related }: AboutServiceProps) => (
  <Section title={t('about.title')} id="decide-ensemble" lead={service.question || undefined}>
    <DefinitionList
      items={[
        {
          term: t('about.created'),
          value:
            measures.length === 0 ? (
              ''
            ) : (
              <>
                {measures.map(({ id, title }, at) => (
                  <span key={id}>
                    {at > 0 && ', '}
                    <a href={`/mesures/${id}`}>{title}</a>
                  </span>
                ))}
              </>
            ),
        },
        { term: t('service.runBy'), value: runBy(t, service) },
        { term: t('about.page'), value: <a href={`/services/${service.id}`}>{service.name}</a> },
      ]}
    />
    <Related groups={related} />
    <Actions>
      <Button kind="secondary" href={`/besoins/services/${service.id}/nouvelle`}>
        {t('about.change')}
      </Button>
      <Button kind="secondary" href={`/questions/nouvelle?service=${service.id}`}>
        {t('service.ask')}
      </Button>
    </Actions>
  </Section>
)

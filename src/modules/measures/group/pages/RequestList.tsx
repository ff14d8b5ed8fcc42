import { emptyForm } from '#kernel/forms'
import { Actions, Button, By, Section, TextArea } from '#kernel/ui'
import { RequestDecision } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Request } from '../queries/requests.ts'

/** Requests to answer, each with its own answer. */
export const RequestList = ({ t, requests, url }: { t: T; requests: readonly Request[]; url: string }) => (
  <Section title={t('group.requests')} id="demandes">
    {requests.map(request => (
      <form key={request.id} method="post" action={`${url}/demandes/${request.id}/decision`}>
        <By name={request.name} college={request.college} at={request.askedAt} />
        {request.motive && <p>{request.motive}</p>}
        <TextArea
          form={emptyForm(RequestDecision)}
          name="reason"
          label={t('group.answer')}
          hint={t('group.answerHint')}
          rows={2}
          optional
          prefix={`demande-${request.id}`}
        />
        <Actions>
          <Button name="decision" value="accepted" label={t('group.acceptOne', { name: request.name })}>
            {t('group.accept')}
          </Button>
          <Button kind="secondary" name="decision" value="refused" label={t('group.refuseOne', { name: request.name })}>
            {t('group.refuse')}
          </Button>
        </Actions>
      </form>
    ))}
  </Section>
)

// Passkeys, where the browser knows them. Everything else on these pages works without this file.
const buffers = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

const ask = async (path, body) => {
  const init = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}
  const answer = await fetch(`/api/auth/passkey/${path}`, { ...init, credentials: 'same-origin' })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}
const enter = async () => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask('generate-authenticate-options'))
  const key = await navigator.credentials.get({ publicKey })
  await ask('verify-authentication', { response: key.toJSON() })
}
const register = async () => {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await ask('generate-register-options'))
  const key = await navigator.credentials.create({ publicKey })
  await ask('verify-registration', { response: key.toJSON(), name: navigator.userAgentData?.platform ?? navigator.platform })
}

customElements.define(
  'passkey-door',
  class extends HTMLElement {
    connectedCallback() {
      if (!buffers) return
      this.hidden = false
      this.querySelector('button').addEventListener('click', async () => {
        const said = this.querySelector('[data-problem]')
        said.textContent = ''
        try {
          await (this.dataset.act === 'enter' ? enter() : register())
          location.assign(this.dataset.act === 'enter' ? this.dataset.back || '/' : '/compte')
        } catch {
          said.textContent = said.dataset.problem
        }
      })
    }
  },
)

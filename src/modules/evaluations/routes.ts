import { router } from '#kernel/http'
import { answering } from './routes/answering.tsx'
import { campaigns } from './routes/campaigns.tsx'
import { desk } from './routes/desk.tsx'
import { kiosk } from './routes/kiosk.tsx'
import { results } from './routes/results.tsx'
import { freeWords } from './routes/words.tsx'

export const routes = router().mount(results).mount(campaigns).mount(answering).mount(kiosk).mount(desk).mount(freeWords)

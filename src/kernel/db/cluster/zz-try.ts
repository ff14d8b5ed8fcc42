import { openCluster } from './openCluster.ts'
import pg from 'pg'
const t=performance.now()
const c = await openCluster({ folder: process.argv[2]! })
console.log('open', Math.round(performance.now()-t), c.version, c.url('application').replace(/:[^:@]*@/,':…@'))
for (const r of ['owner','application','jobs'] as const){ const k=new pg.Client(c.url(r)); await k.connect(); console.log((await k.query('select current_user, version()')).rows[0].current_user); await k.end() }
let u=performance.now(); await c.dropDatabase('t1'); await c.createFromTemplate('t1','yvette').catch(e=>console.log(e.message)); console.log('clone',Math.round(performance.now()-u))
if (process.argv[3]==='wait') await new Promise(r=>setTimeout(r,Number(process.argv[4])))
u=performance.now(); await c.stop(); console.log('stop',Math.round(performance.now()-u))

// A crowd on loopback: each request is sent once over one of N kept connections. Told by its parent, answers with what it saw.
import { Agent, request } from 'node:http'

process.once('message', async ({ port, connections, requests }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const statuses = {}
  const latencies = []
  let next = 0
  const send = ({ path, cookie, body }) =>
    new Promise(resolve => {
      const from = performance.now()
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: 'POST',
          agent,
          headers: {
            cookie,
            host: `localhost:${port}`,
            origin: `http://localhost:${port}`,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(body),
          },
        },
        response => {
          response.resume()
          response.once('end', () => {
            latencies.push(performance.now() - from)
            resolve(response.statusCode)
          })
        },
      )
      asked.once('error', () => resolve('lost'))
      asked.end(body)
    })
  const acknowledged = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let n = next++; n < requests.length; n = next++) {
        const status = await send(requests[n])
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status === 303) acknowledged.push(requests[n].key)
      }
    }),
  )
  const seconds = (performance.now() - from) / 1000
  latencies.sort((a, b) => a - b)
  process.send({
    seconds,
    statuses,
    acknowledged,
    p50: latencies[Math.floor(latencies.length / 2)],
    p99: latencies[Math.floor(latencies.length * 0.99)],
  })
  agent.destroy()
  process.disconnect()
})

// A reporter for Vitest: a test that never ends ends the run, and says its name. Timeouts of Vitest cannot do it when a
// computation never gives its process back: their clock runs in that process.
const limit = 16 * 60_000

export default class Patience {
  /** Test modules under way: the test they are at, and since when (ms). */
  #running = new Map()
  #clock

  onInit(vitest) {
    if (vitest.config.watch) return
    this.#clock = setInterval(() => this.#look(), 10_000)
    this.#clock.unref()
  }
  onTestModuleQueued(module) {
    this.#at(module, 'reading the file')
  }
  onTestModuleStart(module) {
    this.#at(module, 'setting up')
  }
  onTestCaseReady(test) {
    this.#at(test.module, test.fullName)
  }
  onTestCaseResult(test) {
    this.#at(test.module, `after “${test.fullName}”`)
  }
  onTestModuleEnd(module) {
    this.#running.delete(module.moduleId)
  }
  onTestRunEnd() {
    clearInterval(this.#clock)
  }

  #at(module, what) {
    this.#running.set(module.moduleId, { what, since: performance.now() })
  }
  #look() {
    const late = [...this.#running].filter(([, { since }]) => performance.now() - since > limit)
    if (late.length === 0) return
    for (const [file, { what }] of late) console.error(`\nNothing for ${limit / 60_000} minutes from ${file}: ${what}`)
    process.exit(1)
  }
}

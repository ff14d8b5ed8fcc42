import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that last minutes begin first: started last, one of them would keep one processor while the other has nothing left to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/(hostile\w+|authorisation|everyPage|committee)\.test\.ts$/.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))]
  }
}

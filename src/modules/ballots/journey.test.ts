import { test } from 'vitest'

test.todo('written next')

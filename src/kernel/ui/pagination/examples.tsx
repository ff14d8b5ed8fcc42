import { Pagination } from './pagination.tsx'

export const examples = { milieu: () => <Pagination page={3} of={12} href={page => `?page=${page}`} /> }

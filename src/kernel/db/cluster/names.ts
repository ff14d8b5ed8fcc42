/** The name of the database unless somebody chooses another. */
export const mainDatabase = 'yvette'

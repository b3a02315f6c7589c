/** Something wrong with the store that whoever runs the server must mend: one line that says what and how. */
export class StoreError extends Error {}

/** Nothing can be read for the time being, so that it is worth asking again: the line says why. */
export class StoreUnavailable extends StoreError {}

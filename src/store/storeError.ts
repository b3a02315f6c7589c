/** Something wrong with the store that whoever runs the server must mend: one line that says what and how. */
export class StoreError extends Error {}

/** A value that is made when it is asked for, and then kept: what is declared in a circle is made when all of it is there. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

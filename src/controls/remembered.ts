/** A function that works an answer out once for each object it is asked about, and keeps it as long as the object lives. */
export function remembered<Key extends object, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.value;
    const value = workOut(key);
    answers.set(key, { value });
    return value;
  };
}

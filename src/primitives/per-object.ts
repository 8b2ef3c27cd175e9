/** The same function, worked out once for each object that it is asked about; forgotten with the object. */
export function perObject<Subject extends object, Value>(
  work: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const known = new WeakMap<Subject, { readonly is: Value }>();
  return (subject) => {
    let found = known.get(subject);
    if (found === undefined) {
      found = { is: work(subject) };
      known.set(subject, found);
    }
    return found.is;
  };
}

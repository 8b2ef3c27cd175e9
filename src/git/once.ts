/** Asks each question once, however often it comes: histories never change, and refs should not between two answers. */
export function once<Subjects extends readonly unknown[], Answer>(
  ask: (...subjects: Subjects) => Promise<Answer>,
): (...subjects: Subjects) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...subjects) => {
    const question = JSON.stringify(subjects);
    const answer = answers.get(question) ?? ask(...subjects);
    answers.set(question, answer);
    return answer;
  };
}

/** The same question, asked once however often it comes: for what does not change meanwhile. JSON tells its subjects apart. */
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

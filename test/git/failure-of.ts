import { Failure } from "../../src/primitives/index.js";

/** What a promise fails with, as a plain value; anything but a Failure is thrown on. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; fields: unknown }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, fields: error.fields };
    throw error;
  }
  throw new Error("it did not fail");
}

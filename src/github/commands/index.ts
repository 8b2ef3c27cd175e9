/** Comments in, commands out: what people may ask for, how it is written, and how it is kept. */
export { type BadCommand, type Command, hasCommand, isVerb, parseCommand, usages, type Verb } from "./parse-command.js";
export { type Question, questionOf, recordOf } from "./recorded.js";

import type { Log, Notification, Run } from "sarif";
import type { Review } from "../../review/index.js";
import { jsonLine } from "../json/escape.js";
import { codedMessage } from "../locales/coded.js";
import { type Messages, messagesIn } from "../locales/index.js";
import { repositoryLink } from "../permalink.js";
import type { Text } from "../text.js";
import type { SarifContext } from "./context.js";
import { limits } from "./limits.js";
import { SOURCE_ROOT } from "./locations.js";
import { messageText } from "./message.js";
import { type Results, resultsOf, toldBy } from "./results.js";
import { describeRule } from "./rules.js";

/**
 * A review as SARIF 2.1.0 on one line, as GitHub's code scanning takes it. Findings that the
 * change resolves are left out: code scanning would show them as open.
 */
export function renderSarif(review: Review, context: SarifContext): string {
  return jsonLine({ $schema: SCHEMA, version: "2.1.0", runs: [runOf(review, context)] } satisfies Log);
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function runOf(review: Review, context: SarifContext): Run {
  const messages = messagesIn(context.lang);
  const told = toldBy(review);
  const rules = [...new Set(told.map(({ finding }) => finding.rule))].sort();
  const found = resultsOf(told, review, (id) => rules.indexOf(id), context);
  const repositoryUri = repositoryLink(context.webUrl);
  const mappedTo = { uriBaseId: SOURCE_ROOT };
  return {
    tool: {
      driver: {
        name: "Volteface",
        semanticVersion: context.version,
        rules: rules.map((id) => describeRule(id, context.explained(id), messages)),
      },
    },
    language: context.lang,
    automationDetails: { id: "volteface/review/" },
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The top of the repository." } } },
    ...(repositoryUri === null
      ? {}
      : { versionControlProvenance: [{ repositoryUri, revisionId: review.head.commit, mappedTo }] }),
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(review, found, messages) }],
    results: [...found.results],
  };
}

/** What could not be seen, and what is not in this file. */
function notifications(review: Review, found: Results, messages: Messages): Notification[] {
  const say = messages.sarif;
  const { withoutPlace, leftOut, placesLeftOut, results } = found;
  const texts: Text[] = [
    ...review.remarks.map(({ code, fields }) => codedMessage(messages.review.remarks, code, fields)),
    ...(withoutPlace > 0 ? [say.withoutPlace(withoutPlace)] : []),
    ...(leftOut > 0 ? [say.leftOut(leftOut, limits.results)] : []),
    ...(results.length > limits.resultsShown ? [say.notShown(results.length, limits.resultsShown)] : []),
    ...(placesLeftOut > 0 ? [say.placesLeftOut(placesLeftOut, limits.locations)] : []),
  ];
  return texts.map((text) => ({ level: "note", message: { text: messageText(text, limits.message) } }));
}

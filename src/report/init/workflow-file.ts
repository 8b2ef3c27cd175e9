import type { Lang } from "../../primitives/index.js";
import { messagesIn } from "../locales/index.js";
import { plain } from "../terminal/escape.js";

export const WORKFLOW_PATH = ".github/workflows/volteface.yml";

/**
 * A workflow that reviews pull requests. `fetch-depth: 0`, because the review is about history; no more
 * rights than reading the sources and writing the comment.
 *
 * @param uses where the Action is published: `OWNER/REPO@REF`
 */
export function workflowFile(uses: string, lang: Lang): string {
  const { workflow } = messagesIn(lang).config.init.file;
  return `# ${plain(workflow)}
name: volteface
on: pull_request
permissions:
  contents: read
  pull-requests: write
jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${uses}
        with:
          language: ${lang}
`;
}

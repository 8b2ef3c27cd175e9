import type { Annotation } from "../analysis/index.js";

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export function annotationCommand({ path, line, level, title, message }: Annotation): string {
  const kind = level === "failure" ? "error" : level;
  const fields = { file: path, line: String(line), title };
  const written = Object.entries(fields).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${kind} ${written.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

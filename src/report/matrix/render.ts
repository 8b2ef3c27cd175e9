import type { Matrix } from "../../behavior/index.js";
import type { MatrixFormat, RenderContext } from "../context.js";
import { renderMatrixJson } from "../json/matrix.js";
import { renderMatrixMarkdown } from "../markdown/matrix.js";
import { renderMatrixTerminal } from "../terminal/matrix.js";

const renderers: Readonly<Record<MatrixFormat, (matrix: Matrix, context: RenderContext) => string>> = {
  terminal: renderMatrixTerminal,
  markdown: renderMatrixMarkdown,
  json: renderMatrixJson,
};

/** One behavior's matrix as text that ends with a line break. */
export function renderMatrix(matrix: Matrix, format: MatrixFormat, context: RenderContext): string {
  return renderers[format](matrix, context);
}

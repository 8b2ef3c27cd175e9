/**
 * The door to mirrors. In: a repository's number and URL, the pull requests that are open, a
 * way to get tokens. Out: a bare repository on disk that is as GitHub's is now. This folder
 * starts git to fetch, and nobody else does; it knows neither jobs nor comments, and nothing
 * of what it fetches is ever run or checked out.
 */
export type { Mirror, MirrorLimits, MirrorRequest, Mirrors } from "./contract.js";
export { openMirrors } from "./open-mirrors.js";

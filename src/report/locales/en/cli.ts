import { say, type Text } from "../../text.js";
import { plural } from "./words.js";

/** Help, progress and remarks of the command line. */
export const cli = {
  help: {
    program: say`Notices when code changes its mind: what every branch does at every stage of a lifecycle, and where branches disagree.`,
    titles: {
      "Usage:": say`Usage:`,
      "Arguments:": say`Arguments:`,
      "Options:": say`Flags:`,
      "Global Options:": say`Flags of every command:`,
      "Commands:": say`Commands:`,
    },
    words: { "[options]": say`[flags]`, "[command]": say`[command]` },
    flag: {
      help: say`show this help`,
      version: say`show the version`,
      repo: say`the repository to read (default: the current directory)`,
      rules: say`rules to apply, by id or as a .yml file; may be given several times (default: all that come along and apply)`,
      config: say`settings to use instead of .github/volteface.yml of the base commit (default: that file)`,
      format: say`terminal, markdown, json, or for a review sarif (default: terminal)`,
      lang: say`language of texts, en or zh-CN (default: VOLTEFACE_LANG, else en; the system's locale is not looked at)`,
      output: say`write the result to a file instead of standard output`,
      github: say`the repository on GitHub, for links to the source (default: from the remotes)`,
      failOn: say`exit with 1 when there is a finding of this severity or above: notice, warning or failure`,
      debug: say`show where in Volteface an error comes from`,
      noColor: say`no colours (as does NO_COLOR)`,
    },
    commands: {
      matrix: say`What every ref does at every stage, and where refs disagree with the first`,
      refs: say`branches, tags, commits, HEAD or #123 for a pull request; the first is what the others are compared with (default: the default branch and all release branches)`,
      evidence: say`show the two places in the source behind each difference`,
      align: say`list what would have to change on ref X to behave as ref Y`,
      failOnMatrix: say`With --fail-on, a difference in what is done counts as a warning, one in triggers or conditions only as a notice.`,
      timeline: say`Who changed which behavior on a branch, and who took whom back`,
      timelineRef: say`the branch whose history is told (default: the default branch)`,
      allBranches: say`tell the history of every release branch, too`,
      deep: say`read every source file that was ever changed, not only those that today's branches have`,
      noProposals: say`leave out pull requests that are not merged`,
      proposals: say`Pull requests that are not merged are read from refs/pull/*/head where the repository has them (git fetch origin "+refs/pull/*/head:refs/pull/*/head"). With --github and GITHUB_TOKEN or GH_TOKEN set, GitHub is asked whether they are open or closed.`,
      undoes: say`Which earlier commits a change takes back, in any language`,
      changes: say`commits, ranges (BASE..HEAD) or pull requests (#123)`,
      all: say`show also what there is little evidence for`,
      failOnUndoes: say`With --fail-on, an undo of high confidence that the change does not mention counts as a warning, any other as a notice.`,
      backports: say`Which branch has which change, and which it may be missing`,
      from: say`the branch whose changes are looked for (default: the default branch)`,
      to: say`the branches that may have them (default: all release branches)`,
      failOnBackports: say`With --fail-on, a change in force that a branch lacks counts as a notice: it is a question, not a fault.`,
      review: say`What a change is about to do: whom it undoes, which hazards it brings or mends, where it is missing`,
      reviewedChange: say`BASE...HEAD, #123 for a pull request, or the ref that holds the change (default: HEAD)`,
      base: say`what the change is compared with, from where it left it (default for a pull request: the branch it is meant for; otherwise the change is judged alone)`,
      head: say`the ref that holds the change`,
      against: say`branches that may lack what the change brings (default: all release branches)`,
      descriptionFile: say`a file with the title and the description of the pull request: what they declare counts`,
      allFindings: say`also list what the base has already`,
      failOnReview: say`With --fail-on, a finding counts with its own severity. Findings that are declared as intended do not count.`,
      replay: say`What would have been said about the latest merges: how much noise to expect`,
      replayRef: say`the branch whose merges are replayed (default: the default branch)`,
      last: say`how many merges, the latest ones (default: 100)`,
      report: say`Everything in one document: where branches disagree, how they came to, what is missing where, what asks for attention`,
      reportRefs: say`branches, tags or commits; the history of the first is told, the others are laid beside it (default: the default branch and all release branches)`,
      failOnReport: say`With --fail-on, a difference in what is done counts as a warning; one in triggers or conditions, and a change that a branch lacks, as a notice; a finding on the first ref with its own severity, unless it is only counted.`,
      scenario: say`Play the scenarios of the rules: what every ref makes of the keys, step by step`,
      failOnScenario: say`With --fail-on, a scenario that does not end as expected counts as a warning.`,
      rules: say`The rules that tell what to track`,
      rulesList: say`List the rules that come along`,
      rulesCheck: say`Check rules and run their examples (exit code 1 when something is wrong)`,
      rulesExplain: say`Explain what rules track and how they tell stages`,
      ruleReferences: say`ids or .yml files (default: all that come along)`,
      ruleReference: say`an id or a .yml file`,
      explain: say`What a rule means, or why a finding is there, and how to answer it`,
      explainRule: say`the id of a rule or of a hazard (undoes, asymmetry), or of a finding (7dfb5cad59b4; --base and --head say of which change)`,
      config: say`The settings of a repository`,
      configCheck: say`Check a settings file and the rules that it names (exit code 2 when something is wrong)`,
      configFile: say`the file (default: .github/volteface.yml as it is in the working tree)`,
      configShow: say`Show the settings that hold, and where each comes from`,
      configRef: say`the branch or commit whose settings are shown (default: the default branch)`,
      configSchema: say`Print the JSON Schema of the settings file, for editors`,
      init: say`Write settings fitted to this repository`,
      initForce: say`replace files that are there already`,
      initAction: say`write a workflow for GitHub Actions, too`,
      initUses: say`where the workflow has the Action from, OWNER/REPO@REF: the repository and the tag that hold this version of Volteface`,
      serve: say`Run the GitHub App, until SIGTERM or SIGINT`,
      serveSettings: say`Settings are environment variables: APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, and WEBHOOK_SECRET are needed; docs/self-hosting.md tells the rest.`,
      action: say`Review the pull request of a workflow, as action.yml does`,
      demo: say`A report on a small made-up history that comes along; needs no repository`,
      help: say`show the help of a command`,
    },
  },
  progress: {
    refs: say`resolving refs`,
    trees: say`listing files`,
    blobs: say`reading files`,
    facts: say`understanding code`,
    cells: say`comparing stages`,
    merges: say`reviewing merges`,
  },
  progressLine: (what: Text, done: number, total: number) => say`${what} ${done}/${total}`,
  notCommented: (why: string) => say`no comment was written: ${why} The summary of the step has it all.`,
  demo: (refs: number) =>
    say`demo: a made-up repository that retells how kube-ovn's live migration came to differ between ${refs} branches.`,
  ourBug: (id: string, message: string) =>
    say`this is our bug, not yours (${id}: ${message}); please report it, with the output of --debug.`,
};

/** Remarks beside the result, by code. */
export const remarks = {
  "default-refs": (f: { refs: string; count: number }) =>
    say`no refs given; comparing ${f.count} ${plural(f.count, "ref", "refs")}: ${f.refs}.`,
  "pack-matches-nothing": (f: { pack: string }) => say`the rules "${f.pack}" find none of their names in these refs.`,
  "ref-incomplete": (f: { ref: string; problem: string }) => say`${f.ref} could not be read completely: ${f.problem}`,
  "ref-unreadable": (f: { ref: string; problem: string }) => say`${f.ref} could not be read: ${f.problem}`,
  "github-unauthorized": (f: { repository: string }) =>
    say`GitHub does not accept the token (GITHUB_TOKEN or GH_TOKEN); pull requests of ${f.repository} are told as far as this clone knows them.`,
  "github-forbidden": (f: { repository: string }) =>
    say`the token may not read pull requests of ${f.repository}; they are told as far as this clone knows them.`,
  "github-rate-limited": (f: { repository: string; detail: string }) =>
    f.detail === ""
      ? say`GitHub allows no more requests for now; some pull requests of ${f.repository} are told as far as this clone knows them.`
      : say`GitHub allows no more requests for now (again at or in ${f.detail}); some pull requests of ${f.repository} are told as far as this clone knows them.`,
  "github-no-repository": (f: { repository: string }) =>
    say`GitHub shows no repository ${f.repository} to this token; pull requests are told as far as this clone knows them.`,
  "github-no-pull-request": (f: { repository: string; numbers: string; count: number }) =>
    say`GitHub knows no pull ${plural(f.count, "request", "requests")} ${f.numbers} of ${f.repository}; ${plural(f.count, "it is", "they are")} told as far as this clone knows.`,
  "github-unreachable": (f: { repository: string; detail: string }) =>
    say`GitHub cannot be reached (${f.detail}); pull requests of ${f.repository} are told as far as this clone knows them.`,
  "github-failed": (f: { repository: string; detail: string }) =>
    say`GitHub answered with an error (${f.detail}); some pull requests of ${f.repository} are told as far as this clone knows them.`,
  "github-not-understood": (f: { repository: string }) =>
    say`what answers in place of GitHub is not understood (is GITHUB_API_URL right?); pull requests of ${f.repository} are told as far as this clone knows them.`,
};

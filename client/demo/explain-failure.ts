/** A failure of a call or a refusal, as far as words need it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly FailureIssue[] | undefined;
}

interface FailureIssue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Says in a person's words why something did not work, and what would. */
export function explainFailure(failure: Failure): string {
  switch (failure.code) {
    case "bad_input":
      return explainIssue(failure);
    case "NameTaken":
      return "Somebody of that name is here already. Choose another one.";
    case "NotAMember":
      return "You are not in this conversation any more.";
    case "timeout":
      return "The server did not answer in time.";
    case "disconnected":
      return "The connection was lost.";
    case "rate_limited":
      return "That was too much at once. Try again in a moment.";
    case "overloaded":
      return failure.message || "The server has too much to do. Try again in a moment.";
    case "too_large":
      return "That is larger than the server takes.";
    case "unauthorized":
      return "The server does not let you in.";
    case "not_found":
      return "The server does not know this chat; it may be of another version.";
    default:
      return "Something went wrong on the server. Try again in a moment.";
  }
}

function explainIssue({ issues, message }: Failure): string {
  const issue = issues?.[0];
  const field = issue?.path[0];
  if (issue?.code === "too_small") return field === "name" ? "Enter a name first." : "Write something first.";
  if (issue?.code === "too_big") return `Too long: ${limitOf(issue)} characters are the most.`;
  if (field === "conversation") return "A conversation's name has letters a to z, digits and dashes.";
  return message;
}

/** The limit that the contract sets, out of the issue's text. */
function limitOf({ message }: FailureIssue): string {
  return Number(/\d+/.exec(message)?.[0]).toLocaleString("en");
}

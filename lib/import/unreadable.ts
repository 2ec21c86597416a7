/** Why a file cannot be read and how to mend it: the message is the sentence that people see. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

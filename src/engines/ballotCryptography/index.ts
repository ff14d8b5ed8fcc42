export { type Backend, portableBackend } from './backend.ts'
export { belenios2048, type Group } from './group.ts'
export { type Random, randomFrom, secureRandom } from './random.ts'
export { credentialTyped, newCredential, newIdentifier, publicCredential } from './credentials.ts'
export { read, Malformed } from './encoding/reading.ts'
export {
  type Ballot,
  type Election,
  type EncryptedTally,
  type PartialDecryption,
  type Question,
  readers,
  type SignedMessage,
  type ThresholdParameters,
  type Trustee,
  type TrusteePublicKey,
  write,
} from './messages.ts'
export { ElectionProblem, type ProblemKind } from './problem.ts'
export { openElection, type OpenElection } from './ballots/context.ts'
export { allows, type Choice, ciphertextsOf } from './ballots/question.ts'
export { makeBallot } from './ballots/makeBallot.ts'
export { isRevocation, makeRevocation } from './ballots/revocation.ts'
export { type BallotCheck, type BallotRefusal, checkBallot, trackingNumber } from './ballots/checkBallot.ts'
export { isTrusteeKey, newTrusteeKey } from './trustees/keys.ts'
export {
  certificate,
  checkedCertificate,
  checkPolynomial,
  inputsFor,
  newSeed,
  shareOf,
  shareSecrets,
  type SharedPolynomial,
  takeShares,
  thresholdParameters,
  type TrusteeInput,
  type TrusteeOutput,
} from './trustees/threshold.ts'
export { electionKey, verificationKeys } from './trustees/trustees.ts'
export { encryptedTally, lastBallots } from './tally/encryptedTally.ts'
export { isPartialDecryption, partialDecryption } from './tally/decryption.ts'
export { combine, type OwnedDecryption } from './tally/result.ts'
export { type BoardEvent, documentsOf, type EventType, headAfter, nextEvent, type Published, writeArchive } from './archive/board.ts'
export { type Revocation, writeRevocations } from './archive/revocations.ts'
export { checkedCredentials, type Verification, type VerifiedElection, verifyArchive } from './archive/verifyArchive.ts'
export { gradeQuestions } from './majorityJudgment.ts'

/** A claim is measured on the logs of the seeds 0 to 29. */
export const claimLogs = 30;

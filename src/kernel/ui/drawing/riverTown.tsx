/** The town along its river, drawn in one line; decoration only. */
export const RiverTown = () => (
  <svg class="river-town" viewBox="0 0 420 72" width="420" height="72" aria-hidden="true" focusable="false">
    <path
      class="river-town__land"
      d="M0 56c20 0 28-3 42-3l8-6 8 6h6V41l9-8 9 8v12h10V38h18v15h6V30l7-14 7 14v23h8V42l14-9 14 9v11h12c4-14 12-20 24-20s20 6 24 20h4c4-14 12-20 24-20s20 6 24 20h10c0-9 4-13 9-13s9 4 9 13h8c0-12 5-18 11-18s11 6 11 18h8V43l10-8 10 8v10h16V36l8-7 8 7v17c14 0 24 3 42 3"
    />
    <path
      class="river-town__land"
      d="M121 16V8m-3 3h6M66 53v-6h6v6M96 44h4m-4 5h4m5-5h4m-4 5h4M152 53v-6h6v6M280 53V45m39 8V43M340 53v-5h5v5"
    />
    <path
      class="river-town__water"
      d="M150 62c8-3 16-3 24 0s16 3 24 0 16-3 24 0 16 3 24 0 16-3 24 0 16 3 24 0M186 69c8-3 16-3 24 0s16 3 24 0 16-3 24 0 16 3 24 0"
    />
  </svg>
)

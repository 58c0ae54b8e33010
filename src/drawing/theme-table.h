/* theme-table.h: every colour of the board, declared once.
 *
 * TRL_ROLE (CONSTANT, light, dark, high contrast)
 *
 * A text role has its ground named in the comment; a test keeps the contrast
 * of each such pair at 4.5:1 or more (7:1 in high contrast).
 * Amber is a finding and nothing else: no other role may use that hue. */

/* The board and what lies flat on it. */
TRL_ROLE (BOARD,         0xfbfaf7, 0x14171d, 0xffffff)
TRL_ROLE (DOT,           0xdfdcd3, 0x2a2f39, 0x8a8a8a)
TRL_ROLE (SURFACE,       0xffffff, 0x1f242d, 0xffffff)
TRL_ROLE (SUNKEN,        0xf0f4fc, 0x2a3240, 0xffffff)
TRL_ROLE (STRIP,         0xe9eef8, 0x2c3648, 0xe8e8e8)
TRL_ROLE (OUTLINE,       0xcbd7ec, 0x434e61, 0x000000)
TRL_ROLE (FRAME_EDGE,    0xdddfe4, 0x3a4250, 0x000000)
TRL_ROLE (INK,           0x1d2430, 0xf1f3f7, 0x000000)   /* on BOARD, SURFACE, SUNKEN, STRIP */
TRL_ROLE (DIM,           0x545a66, 0xb3bac6, 0x1a1a1a)   /* on BOARD, SURFACE, SUNKEN, STRIP */
TRL_ROLE (ACCENT,        0x17305c, 0x9dbdf2, 0x001a4d)   /* on BOARD, SURFACE, STRIP: row names, numbers */
TRL_ROLE (BADGE_GROUND,  0xeceae4, 0x3a4250, 0xe4e4e4)
TRL_ROLE (BADGE_INK,     0x3b3a36, 0xe4e8ef, 0x000000)   /* on BADGE_GROUND */
TRL_ROLE (EMPTY_EDGE,    0xa5a9b2, 0x697385, 0x000000)   /* the dashes of an empty place */

/* The banner. */
TRL_ROLE (BANNER,        0x17305c, 0x1d3765, 0x00133a)
TRL_ROLE (BANNER_INK,    0xffffff, 0xffffff, 0xffffff)   /* on BANNER */
TRL_ROLE (BANNER_DIM,    0xc3d2ee, 0xc3d2ee, 0xffffff)   /* on BANNER */

/* What a tier gives. */
TRL_ROLE (CHIP,          0xdcf3e1, 0x1d4630, 0xdcf5e2)
TRL_ROLE (CHIP_INK,      0x14592c, 0xa8e6bd, 0x003d15)   /* on CHIP */

/* The money routes: hue, and what is written on it. */
TRL_ROLE (BUILD,         0x3465a4, 0x2f5f9f, 0x123a72)
TRL_ROLE (DELIVER,       0x267355, 0x256b50, 0x0b4630)
TRL_ROLE (REFER,         0x7b3f9e, 0x7a429c, 0x4b1470)
TRL_ROLE (TRANSACT,      0x98480c, 0x93490f, 0x6a2c00)
TRL_ROLE (NO_ROUTE,      0x56606f, 0x505b6b, 0x2a2f36)
TRL_ROLE (ROUTE_INK,     0xffffff, 0xffffff, 0xffffff)   /* on each route */
TRL_ROLE (ROUTE_SHADE,   0xffffff, 0xffffff, 0xffffff)   /* laid thinly over a route, below its icon */

/* Findings. */
TRL_ROLE (FINDING,       0xe5a50a, 0xe5a50a, 0xe5a50a)
TRL_ROLE (FINDING_INK,   0x2b1d00, 0x2b1d00, 0x000000)   /* on FINDING */
TRL_ROLE (FINDING_TEXT,  0x8a4b00, 0xf5c451, 0x5c3000)   /* on SURFACE, SUNKEN, STRIP */
TRL_ROLE (ERROR,         0xb3261e, 0xc4372f, 0x8c0000)
TRL_ROLE (ERROR_INK,     0xffffff, 0xffffff, 0xffffff)   /* on ERROR */
TRL_ROLE (ADVICE,        0xfbe7b2, 0x4d3d10, 0xffedb8)
TRL_ROLE (ADVICE_INK,    0x4a3500, 0xfbe3a1, 0x000000)   /* on ADVICE */

/* Sticky notes. */
TRL_ROLE (NOTE_YELLOW,   0xfff3b0, 0x57501f, 0xfff6c4)
TRL_ROLE (NOTE_PINK,     0xffd5d5, 0x5e3236, 0xffe3e3)
TRL_ROLE (NOTE_BLUE,     0xd8ebff, 0x213f5c, 0xe3f1ff)
TRL_ROLE (NOTE_GREEN,    0xd9f2d6, 0x24482a, 0xe3f6e1)
TRL_ROLE (NOTE_INK,      0x1d2430, 0xf6f4ee, 0x000000)   /* on each note */
TRL_ROLE (NOTE_DIM,      0x4e5058, 0xcfd2d8, 0x1a1a1a)   /* on each note */

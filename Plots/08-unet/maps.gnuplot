# Down, up, and across
#
# Draw maps.png and maps.svg again, in this folder:  gnuplot maps.gnuplot
# It needs nothing else.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1054]
set yrange [607:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'Down, up, and across' at 527,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 78.35,95.3333333 size 108.7,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'line, hint'."\n".'128×128' at 78.35,86.1666667 center textcolor rgb '#333333' front
set object ellipse at 975.05,95.3333333 size 108.7,67.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'picture'."\n".'128×128' at 975.05,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 526.7,548.666667 size 96.36,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '512 maps'."\n".'8×8' at 526.7,539.5 center textcolor rgb '#333333' front
set object rectangle at 230.789,95.3333333 size 89.76,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '32 maps'."\n".'128×128' at 230.789,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 822.611,95.3333333 size 89.76,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '32 maps'."\n".'128×128' at 822.611,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 297.1448,208.666667 size 87.12,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '64 maps'."\n".'64×64' at 297.1448,199.5 center textcolor rgb '#333333' front
set object rectangle at 756.2552,208.666667 size 87.12,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '64 maps'."\n".'64×64' at 756.2552,199.5 center textcolor rgb '#333333' front
set object rectangle at 363.5006,322 size 96.36,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '128 maps'."\n".'32×32' at 363.5006,312.833333 center textcolor rgb '#333333' front
set object rectangle at 689.8994,322 size 96.36,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '128 maps'."\n".'32×32' at 689.8994,312.833333 center textcolor rgb '#333333' front
set object rectangle at 429.8564,435.333333 size 96.36,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '256 maps'."\n".'16×16' at 429.8564,426.166667 center textcolor rgb '#333333' front
set object rectangle at 623.5436,435.333333 size 96.36,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '256 maps'."\n".'16×16' at 623.5436,426.166667 center textcolor rgb '#333333' front
set arrow from 275.669,95.3333333 to 774.731,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#d55e00'
set label 'skip' at 515.21876,95.3333333 center boxed front font ',9' textcolor rgb '#d55e00'
set arrow from 340.7048,208.666667 to 709.6952,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#d55e00'
set label 'skip' at 517.820192,208.666667 center boxed front font ',9' textcolor rgb '#d55e00'
set arrow from 411.6806,322 to 638.7194,322 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#d55e00'
set label 'skip' at 520.659224,322 center boxed front font ',9' textcolor rgb '#d55e00'
set arrow from 478.0364,435.333333 to 572.3636,435.333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#d55e00'
set label 'skip' at 523.313456,435.333333 center boxed front font ',9' textcolor rgb '#d55e00'
set arrow from 132.7,95.3333333 to 182.909,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 246.206965,121.666667 to 280.211053,179.744433 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 312.562765,235 to 346.566853,293.077766 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 378.918565,348.333333 to 412.922653,406.411099 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 452.358295,461.666667 to 502.249205,520.05259 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 549.201895,522.333333 to 599.092805,463.94741 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 638.961565,409 to 672.965653,350.922234 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 705.317365,295.666667 to 739.321453,237.588901 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 771.673165,182.333333 to 805.677253,124.255567 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 867.491,95.3333333 to 917.7,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1054,607 font 'DejaVu Sans,11'
set output 'maps.png'
plot NaN notitle

set terminal svg noenhanced size 1054,607 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'maps.svg'
replot
unset output

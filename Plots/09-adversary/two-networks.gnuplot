# Squared error ties the colours to the lines; the adversary judges the colours alone
#
# Draw two-networks.png and two-networks.svg again, in this folder:  gnuplot two-networks.gnuplot
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
set xrange [0:1055]
set yrange [516:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'Squared error ties the colours to the lines; the adversary judges the colours alone' at 527,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 137.3,208.666667 size 70.75,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'lines' at 137.3,208.666667 center textcolor rgb '#333333' front
set object rectangle at 366.58,208.666667 size 90.2,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'colorizer' at 366.58,208.666667 center textcolor rgb '#333333' front
set object ellipse at 664.644,208.666667 size 107.05,67.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'coloured'."\n".'picture' at 664.644,199.5 center textcolor rgb '#333333' front
set object ellipse at 664.644,435.333333 size 91.65,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'true'."\n".'picture' at 664.644,426.166667 center textcolor rgb '#333333' front
set object rectangle at 366.58,322 size 125.4,34.3333333 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label 'squared error' at 366.58,322 center textcolor rgb '#333333' front
set object rectangle at 916.852,322 size 99,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'adversary' at 916.852,322 center textcolor rgb '#333333' front
set object rectangle at 916.852,95.3333333 size 225.28,52.6666667 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label 'coloured: −log p(genuine),'."\n".'times a small weight' at 916.852,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 916.852,458 size 226.6,52.6666667 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label 'true: −log p(genuine)'."\n".'coloured: −log p(coloured)' at 916.852,448.833333 center textcolor rgb '#333333' front
set arrow from 172.675,208.666667 to 318.48,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 411.68,208.666667 to 608.119,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 618.838117,226.083508 to 414.532065,303.767113 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 623.946517,419.858867 to 414.532065,340.232887 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 708.196258,228.237507 to 875.913491,303.603686 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 703.736308,417.766636 to 875.913491,340.396314 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 916.852,304.833333 to 916.852,124.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 908.852,339.166667 to 908.852,428.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 366.58,304.833333 to 366.58,228.833333 head filled size first 9,18 linewidth 1.4 dashtype (16,8) linecolor rgb '#d55e00'
set arrow from 804.212,118.532527 to 414.618327,198.772753 head filled size first 9,18 linewidth 1.4 dashtype (16,8) linecolor rgb '#d55e00'
set arrow from 924.852,431.666667 to 924.852,342.166667 head filled size first 9,18 linewidth 1.4 dashtype (16,8) linecolor rgb '#d55e00'

set terminal pngcairo noenhanced size 1055,516 font 'DejaVu Sans,11'
set output 'two-networks.png'
plot NaN notitle

set terminal svg noenhanced size 1055,516 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'two-networks.svg'
replot
unset output

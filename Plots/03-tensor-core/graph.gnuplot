# What the tape holds
#
# Draw graph.png and graph.svg again, in this folder:  gnuplot graph.gnuplot
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
set xrange [0:786]
set yrange [274:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'What the tape holds' at 393,24 center font ',13' textcolor rgb '#333333'
set object rectangle at 86.92,97.1666667 size 110.44,71 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'x'."\n".'value 1.2'."\n".'slope 0.126' at 86.92,78.8333333 center textcolor rgb '#333333' front
set object rectangle at 86.92,214.166667 size 101.2,71 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'y'."\n".'value -0.7'."\n".'slope 1.23' at 86.92,195.833333 center textcolor rgb '#333333' front
set object rectangle at 290.96,97.1666667 size 107.36,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '×'."\n".'value -0.84'."\n".'slope 0.53' at 290.96,78.8333333 center textcolor rgb '#333333' front
set object rectangle at 495,97.1666667 size 116.6,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'tanh'."\n".'value -0.686'."\n".'slope 1' at 495,78.8333333 center textcolor rgb '#333333' front
set object rectangle at 290.96,214.166667 size 110.44,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'exp'."\n".'value 0.497'."\n".'slope 1.2' at 290.96,195.833333 center textcolor rgb '#333333' front
set object rectangle at 495,214.166667 size 110.44,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '×'."\n".'value 0.596'."\n".'slope 1' at 495,195.833333 center textcolor rgb '#333333' front
set object rectangle at 699.04,155.666667 size 125.84,71 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '+'."\n".'value -0.0899'."\n".'slope 1' at 699.04,137.333333 center textcolor rgb '#333333' front
set arrow from 142.14,97.1666667 to 234.28,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '-0.7' at 186.3672,97.1666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 137.52,185.151768 to 234.677503,129.440006 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '1.2' at 184.155601,158.410122 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 344.64,97.1666667 to 433.7,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '0.53' at 387.3888,97.1666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 137.52,214.166667 to 232.74,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '0.497' at 183.2256,214.166667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 142.14,112.998709 to 436.896187,197.50781 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '0.497' at 283.62297,153.563078 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 346.18,214.166667 to 436.78,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '1.2' at 389.668,214.166667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 553.3,113.881772 to 633.236187,136.800155 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '1' at 591.66937,124.882596 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 550.22,198.334624 to 633.236187,174.533179 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label '1' at 590.06777,186.90993 center boxed front font ',9' textcolor rgb '#222222'

set terminal pngcairo noenhanced size 786,274 font 'DejaVu Sans,11'
set output 'graph.png'
plot NaN notitle

set terminal svg noenhanced size 786,274 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'graph.svg'
replot
unset output

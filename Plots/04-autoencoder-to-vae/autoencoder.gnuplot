# An autoencoder
#
# Draw autoencoder.png and autoencoder.svg again, in this folder:  gnuplot autoencoder.gnuplot
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
set xrange [0:1043]
set yrange [139:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'An autoencoder' at 521,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 105.025,88 size 109.25,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'picture x' at 105.025,88 center textcolor rgb '#333333' front
set object rectangle at 271.5625,88 size 83.6,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'encoder' at 271.5625,88 center textcolor rgb '#333333' front
set object ellipse at 438.1,88 size 87.8,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'code z' at 438.1,88 center textcolor rgb '#333333' front
set object rectangle at 604.6375,88 size 83.6,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'decoder' at 604.6375,88 center textcolor rgb '#333333' front
set object ellipse at 771.175,88 size 162.05,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'probabilities p' at 771.175,88 center textcolor rgb '#333333' front
set object rectangle at 937.7125,88 size 127.6,52.6666667 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '−log p(x|z)'."\n".'of the given x' at 937.7125,78.8333333 center textcolor rgb '#333333' front
set arrow from 159.65,88 to 226.7625,88 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 313.3625,88 to 391.2,88 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 482,88 to 559.8375,88 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 646.4375,88 to 687.15,88 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 852.2,88 to 870.9125,88 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1043,139 font 'DejaVu Sans,11'
set output 'autoencoder.png'
plot NaN notitle

set terminal svg noenhanced size 1043,139 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'autoencoder.svg'
replot
unset output

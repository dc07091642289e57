# The two stages
#
# Draw stages.png and stages.svg again, in this folder:  gnuplot stages.gnuplot
# It needs stages-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:784]
set yrange [639:0]
set label 'The two stages' at 392,24 center font ',13' textcolor rgb '#333333'
set label 'line and hints' at 113,49 center textcolor rgb '#333333'
set label 'first stage, enlarged' at 299,49 center textcolor rgb '#333333'
set label 'second stage' at 485,49 center textcolor rgb '#333333'
set label 'true' at 671,49 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 784,639 font 'DejaVu Sans,11'
set output 'stages.png'
plot 'stages-pictures.png' binary filetype=png flipy origin=(16.5,65.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 784,639 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'stages.svg'
replot
unset output

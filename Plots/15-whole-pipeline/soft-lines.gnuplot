# 
#
# Draw soft-lines.png and soft-lines.svg again, in this folder:  gnuplot soft-lines.gnuplot
# It needs soft-lines-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:640]
set yrange [850:0]
set label 'sampled, enlarged' at 120,18 center textcolor rgb '#333333'
set label 'lines as in lesson 07' at 320,18 center textcolor rgb '#333333'
set label 'lines of a soft picture' at 520,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 640,850 font 'DejaVu Sans,11'
set output 'soft-lines.png'
plot 'soft-lines-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 640,850 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'soft-lines.svg'
replot
unset output

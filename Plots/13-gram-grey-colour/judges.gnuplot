# 
#
# Draw judges.png and judges.svg again, in this folder:  gnuplot judges.gnuplot
# It needs judges-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:584]
set yrange [476:0]
set label 'start' at 88,36 center textcolor rgb '#333333'
set label 'without the grey'."\n".'term' at 224,18 center textcolor rgb '#333333'
set label 'with the grey'."\n".'term' at 360,18 center textcolor rgb '#333333'
set label 'shown'."\n".'brightness only' at 496,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 584,476 font 'DejaVu Sans,11'
set output 'judges.png'
plot 'judges-pictures.png' binary filetype=png flipy origin=(16.5,52.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 584,476 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'judges.svg'
replot
unset output

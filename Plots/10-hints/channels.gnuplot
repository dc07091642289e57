# Four channels: the line, and a hint in red, green and blue
#
# Draw channels.png and channels.svg again, in this folder:  gnuplot channels.gnuplot
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
set xrange [0:1114]
set yrange [380:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'Four channels: the line, and a hint in red, green and blue' at 557,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 112.44,95.3333333 size 70.75,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'lines' at 112.44,95.3333333 center textcolor rgb '#333333' front
set object ellipse at 112.44,208.666667 size 140.05,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'in training:'."\n".'true colours' at 112.44,199.5 center textcolor rgb '#333333' front
set object ellipse at 112.44,322 size 118.6,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'in use:'."\n".'your dabs' at 112.44,312.833333 center textcolor rgb '#333333' front
set object rectangle at 290.1,208.666667 size 135.08,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'looked up at'."\n".'random places' at 290.1,199.5 center textcolor rgb '#333333' front
set object rectangle at 467.76,208.666667 size 135.52,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'hint, −1 where'."\n".'there is none' at 467.76,199.5 center textcolor rgb '#333333' front
set object rectangle at 645.42,95.3333333 size 136.84,34.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label '1 + 3 channels' at 645.42,95.3333333 center textcolor rgb '#333333' front
set object rectangle at 823.08,95.3333333 size 90.2,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'colorizer' at 823.08,95.3333333 center textcolor rgb '#333333' front
set object ellipse at 1000.74,95.3333333 size 107.05,67.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'coloured'."\n".'picture' at 1000.74,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 1000.74,276.666667 size 176.88,52.6666667 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label 'error in YUV'."\n".'against true colours' at 1000.74,267.5 center textcolor rgb '#333333' front
set arrow from 147.815,95.3333333 to 574,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 182.465,208.666667 to 219.56,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 357.64,208.666667 to 397,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 164.139576,305.509835 to 397.141867,231.191119 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 509.039824,182.333333 to 615.980538,114.113432 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 713.84,95.3333333 to 774.98,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 868.18,95.3333333 to 944.215,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 1000.74,129 to 1000.74,247.333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 974.94011,250.333333 to 841.99842,114.642914 head filled size first 9,18 linewidth 1.4 dashtype (16,8) linecolor rgb '#d55e00'

set terminal pngcairo noenhanced size 1114,380 font 'DejaVu Sans,11'
set output 'channels.png'
plot NaN notitle

set terminal svg noenhanced size 1114,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'channels.svg'
replot
unset output

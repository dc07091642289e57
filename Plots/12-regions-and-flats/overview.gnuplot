# Who decides what
#
# Draw overview.png and overview.svg again, in this folder:  gnuplot overview.gnuplot
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
set xrange [0:1156]
set yrange [391:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'Who decides what' at 578,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 106.28,97.1666667 size 70.75,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'lines' at 106.28,97.1666667 center textcolor rgb '#333333' front
set object ellipse at 106.28,214.166667 size 70.2,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'dabs' at 106.28,214.166667 center textcolor rgb '#333333' front
set object rectangle at 308.384,331.166667 size 116.6,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'the network'."\n".'of lesson 10' at 308.384,322 center textcolor rgb '#333333' front
set object rectangle at 465.576,97.1666667 size 164.56,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'regions:'."\n".'where colours end' at 465.576,88 center textcolor rgb '#333333' front
set object rectangle at 465.576,214.166667 size 116.6,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'filled: dabs'."\n".'own regions' at 465.576,205 center textcolor rgb '#333333' front
set object rectangle at 577.856,331.166667 size 128.04,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'proposal:'."\n".'small, blurred' at 577.856,322 center textcolor rgb '#333333' front
set object rectangle at 824.872,214.166667 size 111.76,71 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'vote:'."\n".'median of'."\n".'each region' at 824.872,195.833333 center textcolor rgb '#333333' front
set object ellipse at 1049.432,214.166667 size 144.45,67.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'flats, shade,'."\n".'lines' at 1049.432,205 center textcolor rgb '#333333' front
set arrow from 141.655,97.1666667 to 380.296,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 141.38,214.166667 to 404.276,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 465.576,123.5 to 465.576,184.833333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 430.196604,240.5 to 346.16995,303.042105 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 366.684,331.166667 to 510.836,331.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 546.443191,123.5 to 766.139432,195.041181 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 523.876,214.166667 to 765.992,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 633.452194,304.833333 to 766.280754,241.918617 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 880.752,214.166667 to 974.207,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1156,391 font 'DejaVu Sans,11'
set output 'overview.png'
plot NaN notitle

set terminal svg noenhanced size 1156,391 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'overview.svg'
replot
unset output

# What the tape holds, and the slopes of f that the walk backwards finds
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
set xrange [0:953]
set yrange [274:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'What the tape holds, and the slopes of f that the walk backwards finds' at 476,24 center font ',13' textcolor rgb '#333333'
set object rectangle at 94.84,97.1666667 size 141.68,71 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'x'."\n".'value 1.2'."\n".'slope of f 0.126' at 94.84,78.8333333 center textcolor rgb '#333333' front
set object rectangle at 94.84,214.166667 size 132.44,71 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'y'."\n".'value -0.7'."\n".'slope of f 1.23' at 94.84,195.833333 center textcolor rgb '#333333' front
set object rectangle at 349.28,97.1666667 size 132.44,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '×'."\n".'value -0.84'."\n".'slope of f 0.53' at 349.28,78.8333333 center textcolor rgb '#333333' front
set object rectangle at 603.72,97.1666667 size 116.6,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'tanh'."\n".'value -0.686'."\n".'slope of f 1' at 603.72,78.8333333 center textcolor rgb '#333333' front
set object rectangle at 349.28,214.166667 size 123.2,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'exp'."\n".'value 0.497'."\n".'slope of f 1.2' at 349.28,195.833333 center textcolor rgb '#333333' front
set object rectangle at 603.72,214.166667 size 110.44,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label '×'."\n".'value 0.596'."\n".'slope of f 1' at 603.72,195.833333 center textcolor rgb '#333333' front
set object rectangle at 858.16,155.666667 size 125.84,71 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '+'."\n".'value -0.0899'."\n".'slope of f 1' at 858.16,137.333333 center textcolor rgb '#333333' front
set arrow from 165.68,97.1666667 to 280.06,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local -0.7' at 220.5824,97.1666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 161.06,183.716502 to 280.334356,128.870174 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 1.2' at 218.311691,157.390264 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 415.5,97.1666667 to 542.42,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 0.53' at 476.4216,97.1666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 161.06,214.166667 to 284.68,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 0.497' at 220.3976,214.166667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 165.68,113.453964 to 545.576281,200.798456 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 0.497' at 348.030215,155.37932 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 410.88,214.166667 to 545.5,214.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 1.2' at 475.4976,214.166667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 662.02,110.570809 to 792.316281,140.528097 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 1' at 724.562215,124.950308 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 658.94,201.470668 to 792.316281,170.805236 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'local 1' at 722.960615,186.75126 center boxed front font ',9' textcolor rgb '#222222'

set terminal pngcairo noenhanced size 953,274 font 'DejaVu Sans,11'
set output 'graph.png'
plot NaN notitle

set terminal svg noenhanced size 953,274 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'graph.svg'
replot
unset output

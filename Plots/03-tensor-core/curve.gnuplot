# A network fits a curve
#
# Draw curve.png and curve.svg again, in this folder:  gnuplot curve.gnuplot
# It needs curve.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,460 font 'DejaVu Sans,11'
    set output 'curve.png'
    call 'curve.gnuplot' 'page'
    set terminal svg noenhanced size 900,460 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'curve.svg'
    call 'curve.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'A network fits a curve' font ',14'

# Panel 1: The fit
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.913043478
set title 'The fit' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.2:2.2]
set yrange [-1.4:1.4]
set xtics 1 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'curve.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19888888' title 'data', \
    'curve.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#56b4e9' title 'before', \
    'curve.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#e69f00' title 'after 60 steps', \
    'curve.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'after 300 steps', \
    'curve.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'after 3000 steps'

# Panel 2: What it measures, and what is true
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.913043478
set title 'What it measures, and what is true' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'mean squared' textcolor rgb '#333333'
set xrange [1:3000]
set yrange [0.00212435125:0.457641727]
set logscale y
set arrow from graph 0, first 0.0100000007 to graph 1, first 0.0100000007 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#222222'
set label 'variance of the noise' at graph 0.6094, graph 0.2541 left font ',9' textcolor rgb '#333333' front
set xtics 1000 format '%.0f'
set ytics ('' 0.003 1, '' 0.004 1, '0.005' 0.005, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '0.01' 0.01, '0.02' 0.02, '' 0.03 1, '' 0.04 1, '0.05' 0.05, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '' 0.3 1, '' 0.4 1)
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'curve.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'loss: error on the points', \
    'curve.dat' index 6 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'distance from the true curve'
unset multiplot

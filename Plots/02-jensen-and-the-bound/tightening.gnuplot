# A mean of K weights inside the logarithm
#
# Draw tightening.png and tightening.svg again, in this folder:  gnuplot tightening.gnuplot
# It needs tightening.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'tightening.png'
    call 'tightening.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'tightening.svg'
    call 'tightening.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'A mean of K weights inside the logarithm' font ',14'

# Panel 1: The bound rises
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'The bound rises' font ',13' textcolor rgb '#333333'
set xlabel 'K' textcolor rgb '#333333'
set ylabel 'bound, nats' textcolor rgb '#333333'
set xrange [0.707106781:1448.15469]
set yrange [-4.3524356:-1.69656115]
set logscale x
set arrow from graph 0, first -1.83884014 to graph 1, first -1.83884014 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00'
set label 'log p(x)' at graph 0.1292, graph 0.9038 left font ',9' textcolor rgb '#333333' front
set xtics ('' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1, '' 600 1, '' 700 1, '' 800 1, '' 900 1, '1000' 1000)
set ytics 0.5 format '%.1f'
set key inside bottom right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'tightening.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'bound with K samples'

# Panel 2: For large K the gap falls like 1/K
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'For large K the gap falls like 1/K' font ',13' textcolor rgb '#333333'
set xlabel 'K' textcolor rgb '#333333'
set ylabel 'gap, nats' textcolor rgb '#333333'
set xrange [0.707106781:1448.15469]
set yrange [0.000368710195:3.89541665]
set logscale x
set logscale y
set xtics ('' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1, '' 600 1, '' 700 1, '' 800 1, '' 900 1, '1000' 1000)
set ytics ('' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '0.001' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '0.01' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'tightening.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'measured', \
    'tightening.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#d55e00' title 'Var/2K'
unset multiplot
